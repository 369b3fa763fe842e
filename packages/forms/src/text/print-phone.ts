/** A number as people read it: `138 1234 5678` at home in China, `+49 1512 3456789` from elsewhere as it is stored. */
export function printPhone(stored: string): string {
  const chinese = /^\+86(1\d{2})(\d{4})(\d{4})$/.exec(stored);
  return chinese === null ? stored : chinese.slice(1).join(' ');
}
