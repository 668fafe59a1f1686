/** A file as it goes along. */
export interface Taken {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Blob;
}

/** How long the long side of a photo stays, in pixels: enough to read a page of print. */
const SIDE_MAX = 2_560;
const JPEG = 'image/jpeg';
const QUALITY = 0.85;

const isHeic = ({ name, type }: File): boolean => /^image\/hei[cf]/.test(type) || /\.hei[cf]$/i.test(name);
const isPicture = (file: File): boolean => /^image\/(jpeg|png|webp|bmp|gif|avif)$/.test(file.type) || isHeic(file);

/**
 * A photo made smaller, upright and without what it tells of its maker; as it is, where that would not make it smaller. Anything else
 * stays as it is. Undefined is a photo of a kind that this browser cannot open.
 */
export const prepared = async (file: File): Promise<Taken | undefined> => {
  const asItIs: Taken = { name: file.name, mediaType: typeOf(file), bytes: file };
  if (!isPicture(file)) return asItIs;
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => undefined);
  if (bitmap === undefined) return isHeic(file) ? undefined : asItIs;
  const smaller = await redrawn(bitmap).catch(() => undefined);
  bitmap.close();
  if (smaller === undefined) return isHeic(file) ? undefined : asItIs;
  // What few programs open is always written anew.
  if (smaller.size >= file.size && !isHeic(file)) return asItIs;
  return { name: `${file.name.replace(/\.[^.]*$/, '')}.jpg`, mediaType: JPEG, bytes: smaller };
};

const typeOf = ({ type }: File): string => (type.split(';')[0] ?? '').trim() || 'application/octet-stream';

const redrawn = async (bitmap: ImageBitmap): Promise<Blob | undefined> => {
  const scale = Math.min(1, SIDE_MAX / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  const scaled = (side: number): number => Math.max(1, Math.round(side * scale));
  [canvas.width, canvas.height] = [scaled(bitmap.width), scaled(bitmap.height)];
  const drawing = canvas.getContext('2d', { alpha: false });
  if (drawing === null) return undefined;
  // What is transparent would be black.
  drawing.fillStyle = '#fff';
  drawing.fillRect(0, 0, canvas.width, canvas.height);
  drawing.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, JPEG, QUALITY));
  // A telephone has few of these: it gives the room back.
  canvas.width = 0;
  return blob ?? undefined;
};
