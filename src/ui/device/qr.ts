import QRCode from 'qrcode';

/** A code that leads to an address, as two files. */
export interface Code {
  /** `data:` addresses of the pictures. */
  png: string;
  svg: string;
}

/** Four blank modules round the code, as ISO/IEC 18004 asks; level M survives a crease. */
const AS_PRINTED = { margin: 4, errorCorrectionLevel: 'M' } as const;

/** Makes the code of an address. Rejects where the address is too long for one. */
export async function makeCode(address: string): Promise<Code> {
  const [png, svg] = await Promise.all([
    QRCode.toDataURL(address, { ...AS_PRINTED, width: 480 }),
    QRCode.toString(address, { ...AS_PRINTED, type: 'svg' }),
  ]);
  return { png, svg: `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}` };
}
