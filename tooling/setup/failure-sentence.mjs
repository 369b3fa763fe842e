// Runs on whatever Node the machine has, before anything is installed: plain JavaScript, nothing imported.

const SENTENCES = [
  {
    code: 'no-space',
    signs: /ENOSPC|no space left on device/i,
    zh: '磁盘空间不足。请至少腾出 3 GB 后重新运行同一命令，已下载的部分不会重复下载。',
    en: 'The disk is full. Free at least 3 GB and run the same command again; what is downloaded already is kept.',
  },
  {
    code: 'no-permission',
    signs: /EACCES|EPERM|EROFS|permission denied|read-only file system/i,
    zh: '没有写入权限。请把项目放到您自己的目录里，或为当前用户授予项目目录和主目录的写权限，然后重试。',
    en: 'A folder cannot be written. Move the project to a folder of your own, or grant yourself write access to it and to your home folder, then run the command again.',
  },
  {
    code: 'certificate',
    signs: /CERT_|SELF_SIGNED|certificate/i,
    zh: '无法验证 npm 源的证书，多半是公司网络的代理所致。请设置 NODE_EXTRA_CA_CERTS 指向公司根证书，然后重试。',
    en: "The certificate of the npm registry cannot be verified, most often because of a company proxy. Set NODE_EXTRA_CA_CERTS to your company's root certificate and run the command again.",
  },
  {
    code: 'no-network',
    signs:
      /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT|META_FETCH_FAIL|FETCH_ERROR|error sending request|dns error/i,
    zh: '连不上 npm 源。请检查网络或代理（HTTPS_PROXY）；在国内可先运行 npm config set registry https://registry.npmmirror.com 再重试。',
    en: 'The npm registry cannot be reached. Check the network or the proxy (HTTPS_PROXY), or choose a mirror with `npm config set registry <address>`, then run the command again.',
  },
  {
    code: 'lockfile-outdated',
    signs: /OUTDATED_LOCKFILE|frozen-lockfile/i,
    zh: 'pnpm-lock.yaml 与 package.json 不一致。修改依赖后请运行 npx pnpm install，并把锁文件一起提交。',
    en: 'pnpm-lock.yaml does not match package.json. After changing a dependency run `npx pnpm install` and commit the lockfile with it.',
  },
];

/** What went wrong and what to do about it, in two lines; `undefined` where the output shows no known cause. */
export function failureSentence(output) {
  const known = SENTENCES.find((sentence) => sentence.signs.test(output));
  return known && `${known.zh}\n${known.en}`;
}

export function oldNodeSentence(version) {
  const major = Number(version.split('.')[0]);
  if (major >= 18) return undefined;
  return (
    `本机的 Node.js 是 ${version}，至少需要 18。请从 https://nodejs.org 安装较新的版本，其余的一切会自动安装。\n` +
    `This machine has Node.js ${version}; at least 18 is needed. Install a newer one from https://nodejs.org, everything else comes by itself.`
  );
}
