const ANYWHERE_IN_FILES =
  'util utils helper helpers common shared misc lib core base abstract impl types constants old temp v2';
const ROLES = 'manager service processor handler';
const ALONE = 'data info item';

const anywhere = new Set(ANYWHERE_IN_FILES.split(' '));
const roles = new Set(ROLES.split(' '));
const alone = new Set(ALONE.split(' '));
const lastOfSymbols = new Set([...anywhere, ...roles].filter((word) => word !== 'base' && word !== 'types'));

/** The word in a file's or folder's name that says nothing about its content, if there is one. */
export function bannedInPath(path: string): string | undefined {
  const names = path.split('/').map((name) => name.replace(/\..*$/, ''));
  for (const name of names.filter((name) => name !== '')) {
    const words = name.split('-');
    const last = words.at(-1) ?? '';
    const banned = alone.has(name) ? name : (words.find((word) => anywhere.has(word)) ?? roleOf(last));
    if (banned !== undefined) return banned;
  }
  return undefined;
}

/** The word that makes a declared name empty: its last one, or all of it. */
export function bannedInSymbol(name: string): string | undefined {
  const words = name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();
  if (anywhere.has(words) || alone.has(words)) return words;
  const last = words.split(' ').at(-1) ?? '';
  return lastOfSymbols.has(last) ? last : undefined;
}

function roleOf(word: string): string | undefined {
  return roles.has(word) ? word : undefined;
}
