import ipaddr from 'ipaddr.js';

/** What an administrator opened in a private network. Exactly one of `host` and `cidr`; without `port` every port. */
export interface ReachEntry {
  readonly host?: string;
  readonly cidr?: string;
  readonly port?: number;
}

/**
 * The entries of a reach setting: `10.0.8.20:8080, 10.1.0.0/16, erp.intranet:8443`, separated by commas or spaces.
 * A part that is no address, network or host name opens nothing.
 */
export function parseReach(text: string): readonly ReachEntry[] {
  return text
    .split(/[\s,]+/)
    .filter((part) => part !== '')
    .flatMap(parseEntry);
}

function parseEntry(part: string): readonly ReachEntry[] {
  const [, bracketed, plain, port] =
    /^(?:\[([^\]]+)\]|([^:[\]]+|[^[\]]*::[^[\]]*))(?::(\d{1,5}))?$/.exec(part) ?? [];
  const target = bracketed ?? plain;
  if (target === undefined) return [];
  const at = port === undefined ? {} : { port: Number(port) };
  if (ipaddr.isValidCIDR(target)) return [{ cidr: target, ...at }];
  if (ipaddr.isValid(target))
    return [{ cidr: `${target}/${ipaddr.parse(target).kind() === 'ipv4' ? 32 : 128}`, ...at }];
  return /^[a-z0-9.-]+$/i.test(target) ? [{ host: target.toLowerCase(), ...at }] : [];
}

/** Whether one entry opens this resolved address, reached under this host name and port. */
export function isOpened(
  reach: readonly ReachEntry[],
  target: { readonly host: string; readonly address: string; readonly port: number },
): boolean {
  return reach.some(
    (entry) =>
      (entry.port === undefined || entry.port === target.port) &&
      (entry.host === target.host || (entry.cidr !== undefined && liesIn(target.address, entry.cidr))),
  );
}

function liesIn(address: string, cidr: string): boolean {
  if (!ipaddr.isValidCIDR(cidr)) return false;
  const parsed = ipaddr.process(address);
  const [network, bits] = ipaddr.parseCIDR(cidr);
  return parsed.kind() === network.kind() && parsed.match(network, bits);
}
