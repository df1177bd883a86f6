import { copyText } from './copy-text.ts'
import type { Insertion } from './desk-deps.ts'

/** Puts a part of a reply into the clipboard: an image as an image where the browser and the image's own server let it, else where it is found; text as text. */
export function copyPart({ kind, text, ref, alt }: Insertion['part']): void {
  const words = text || (ref ?? alt ?? '')
  if (kind !== 'image' || ref === undefined || !navigator.clipboard?.write) {
    copyText(words)
    return
  }
  // begun at once, while the agent's key still counts as a gesture; the picture may come later
  const item = new ClipboardItem({ 'image/png': pngOf(ref) })
  navigator.clipboard.write([item]).catch(() => copyText(words))
}

/** The only kind of image that every clipboard takes. */
async function pngOf(address: string): Promise<Blob> {
  const image = await createImageBitmap(await (await fetch(address, { credentials: 'omit' })).blob())
  const canvas = new OffscreenCanvas(image.width, image.height)
  canvas.getContext('2d')?.drawImage(image, 0, 0)
  return canvas.convertToBlob({ type: 'image/png' })
}
