/** The bytes of all typed arrays in a value, however deep; an array buffer that several look into counts once. */
export function bytesOf(value: unknown): number {
  const buffers = new Set<ArrayBufferLike>()
  collect(value, buffers)
  return [...buffers].reduce((sum, { byteLength }) => sum + byteLength, 0)
}

function collect(value: unknown, buffers: Set<ArrayBufferLike>): void {
  if (ArrayBuffer.isView(value)) buffers.add(value.buffer)
  else if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) collect(part, buffers)
}
