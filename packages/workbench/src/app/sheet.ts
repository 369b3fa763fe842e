import { boardSheet } from './sheets/board-sheet.ts';
import { deskSheet } from './sheets/desk-sheet.ts';
import { fieldSheet } from './sheets/field-sheet.ts';
import { shellSheet } from './sheets/shell-sheet.ts';

/** The screens' own style sheet; it comes through one `<style>` with the page's nonce and reads `--pd-*` only. */
export const sheet = [shellSheet, deskSheet, boardSheet, fieldSheet].join('\n');
