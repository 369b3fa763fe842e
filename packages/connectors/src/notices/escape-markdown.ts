/** The text with every character that Markdown, a mention or a tag could be made of escaped; line breaks become spaces. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_{}[\]()#+!|~-]/g, (sign) => `\\${sign}`)
    .replace(/[<>]/g, (sign) => (sign === '<' ? '&lt;' : '&gt;'))
    .replace(/@/g, '＠')
    .replace(/\s*[\r\n]+\s*/g, ' ');
}
