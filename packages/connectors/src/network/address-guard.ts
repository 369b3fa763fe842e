import ipaddr from 'ipaddr.js';
import { isOpened, type ReachEntry } from './allow-list.ts';

export type Refusal = 'address' | 'port' | 'scheme' | 'spelling';

/** The parsed address, or why nothing may be sent there. */
export type Judged =
  | { readonly kind: 'allowed'; readonly url: URL }
  | { readonly kind: 'refused'; readonly reason: Refusal };

// Ports on which another protocol could be talked into obeying HTTP: the fetch standard's list of blocked ports, and
// databases and control sockets that are found beside applications.
const foreignPorts = new Set([
  1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104,
  109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515,
  526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1433, 1521, 1719, 1720,
  1723, 2049, 2375, 2376, 2379, 3306, 3389, 3659, 4045, 4190, 5060, 5061, 5432, 5984, 6000, 6379, 6566, 6665,
  6666, 6667, 6668, 6669, 6679, 6697, 9200, 9300, 10080, 10250, 11211, 27017,
]);

// A public address that only exists inside one cloud: Azure's WireServer.
const cloudOnly = new Set(['168.63.129.16']);

/**
 * The address as a URL, unless its spelling, scheme, port or literal address forbids it. Names still have to be resolved,
 * and every answer has to pass `mayReach`. Spelling first: what two parsers read differently is refused, not guessed.
 */
export function judgeUrl(written: string, reach: readonly ReachEntry[]): Judged {
  if (!URL.canParse(written) || isConfusing(written)) return { kind: 'refused', reason: 'spelling' };
  const url = new URL(written);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return { kind: 'refused', reason: 'scheme' };
  if (url.username !== '' || url.password !== '') return { kind: 'refused', reason: 'spelling' };
  const literal = literalOf(url);
  if (literal !== undefined && !mayReach(reach, { host: hostOf(url), address: literal, port: portOf(url) }))
    return { kind: 'refused', reason: 'address' };
  if (foreignPorts.has(portOf(url)) && !opensPort(reach, url)) return { kind: 'refused', reason: 'port' };
  return { kind: 'allowed', url };
}

/** Whether a resolved address may be connected to: public unicast, or opened by an administrator. */
export function mayReach(
  reach: readonly ReachEntry[],
  target: { readonly host: string; readonly address: string; readonly port: number },
): boolean {
  return isPublic(target.address) || isOpened(reach, target);
}

/** The host without brackets and the root's dot, as the allow list spells it. */
export function hostOf(url: URL): string {
  return url.hostname
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
    .toLowerCase();
}

export function portOf(url: URL): number {
  if (url.port !== '') return Number(url.port);
  return url.protocol === 'https:' ? 443 : 80;
}

/** The address if the host is one, else `undefined`. */
export function literalOf(url: URL): string | undefined {
  const host = hostOf(url);
  return ipaddr.isValid(host) ? host : undefined;
}

function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address) || cloudOnly.has(address)) return false;
  const parsed = ipaddr.parse(address);
  // Only 2000::/3 is handed out as global unicast (RFC 4291, section 2.4); IPv4 hidden inside IPv6 lies outside it.
  const global = parsed.kind() === 'ipv4' || parsed.match(ipaddr.parseCIDR('2000::/3'));
  return global && parsed.range() === 'unicast';
}

function opensPort(reach: readonly ReachEntry[], url: URL): boolean {
  return reach.some(
    (entry) => entry.port === portOf(url) && (entry.host === hostOf(url) || entry.cidr !== undefined),
  );
}

function isConfusing(written: string): boolean {
  const [, authority = ''] = /^[a-z][a-z0-9+.-]*:\/\/([^/?#]*)/i.exec(written) ?? [];
  const host = authority.replace(/:\d*$/, '');
  return authority === '' || /[\\\s%@\p{Cc}]/u.test(authority) || isDisguised(host) || hasControl(written);
}

function hasControl(written: string): boolean {
  return /[\p{Cc}\\]/u.test(written) || written !== written.trim();
}

/** Letters that normalise to ASCII, or one label mixing Latin with a look-alike script. */
function isDisguised(host: string): boolean {
  if (/^[\p{ASCII}]*$/u.test(host)) return false;
  if (/^[\p{ASCII}]*$/u.test(host.normalize('NFKC'))) return true;
  return host
    .split('.')
    .some((label) => /\p{Script=Latin}/u.test(label) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(label));
}
