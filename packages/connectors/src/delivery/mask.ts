/**
 * The text with every secret replaced by `•••`, also where it stands percent-encoded, in base64 or escaped as JSON. Longer
 * secrets go first, so that one contained in another leaves nothing behind.
 */
export function maskSecrets(text: string, secrets: readonly string[]): string {
  const spellings = secrets.filter((secret) => secret.length > 0).flatMap(spellingsOf);
  return spellings
    .sort((a, b) => b.length - a.length)
    .reduce((masked, spelling) => masked.replaceAll(spelling, '•••'), text);
}

function spellingsOf(secret: string): readonly string[] {
  const base64 = Buffer.from(secret, 'utf8').toString('base64');
  return [
    secret,
    encodeURIComponent(secret),
    JSON.stringify(secret).slice(1, -1),
    base64,
    base64.replace(/=+$/, ''),
  ];
}
