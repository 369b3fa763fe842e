import Type from 'typebox';
import { Id, OPERATION_PATTERN, refersTo, type Shape, strictObject } from './shape.ts';

/** The name of a value kept per environment, so that a definition moves from test to production unchanged. */
export const SettingReference = strictObject({ setting: Type.String({ pattern: '^[A-Z][A-Z0-9_]*$' }) });
export type SettingReference = Shape<typeof SettingReference>;

/** The name of a secret, never its value. */
export const SecretReference = strictObject({ secret: Id });
export type SecretReference = Shape<typeof SecretReference>;

/** A plain text, or the setting that holds it. */
export const SettableText = Type.Union([Type.String({ minLength: 1 }), SettingReference]);
export type SettableText = Shape<typeof SettableText>;

/** A dotted read such as `output.brand` or `row.opened_at`. */
export const DottedRead = Type.String({ pattern: '^[A-Za-z_][\\w-]*(\\.[\\w-]+)*$' });

/** `connection.operation`. */
export const OperationName = refersTo('operation', OPERATION_PATTERN);
