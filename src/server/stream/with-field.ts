/** Adds a field to an object that is serialised already. */
export function withField(frame: Buffer, name: string, value: unknown): Buffer {
  return Buffer.concat([frame.subarray(0, -1), Buffer.from(`,${JSON.stringify(name)}:${JSON.stringify(value)}}`)])
}
