// Runs before `npm start` and `npm test`. Plain JavaScript, because an old Node cannot read the
// TypeScript that would otherwise say this. On Linux x64 and arm64 npm has put Node 24 into
// node_modules/.bin, so the system's version does not matter; elsewhere it does.
const [major, minor] = process.versions.node.split('.').map(Number);

if (major < 22 || (major === 22 && minor < 19)) {
  console.error(
    `Unexpected Node ${process.versions.node}, expected 22.19 or later.\n` +
      'On Linux (x64, arm64) run: npm ci --include=optional\n' +
      'Elsewhere install Node 24 from https://nodejs.org/ and run: npm ci',
  );
  process.exit(1);
}
