/** The folder of the built site that is tested: `DIST`, else dist/. */
export const DIST = process.env['DIST'] ?? 'dist';
