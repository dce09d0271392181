/**
 * Unpacks the browser of @sparticuz/chromium into the temporary folder: that is all its package
 * lets one choose, so this runs as a process of its own with that folder set.
 */
import { fileURLToPath } from 'node:url';
import chromium, { inflate } from '@sparticuz/chromium';
import { packageFolder } from './installed.ts';

const libraries = new URL('bin/al2023.tar.br', packageFolder('@sparticuz/chromium'));
await chromium.executablePath();
await inflate(fileURLToPath(libraries));
