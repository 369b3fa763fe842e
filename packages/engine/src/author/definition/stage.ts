import Type from 'typebox';
import type { Shape } from './shape.ts';

/** 触发, 识别, 分派, 执行, 反馈, 归档: the six stages in order. A stage is a label on a step, not a container. */
export const stages = ['trigger', 'identify', 'dispatch', 'execute', 'feedback', 'archive'] as const;

export const StageShape = Type.Enum([...stages]);
export type Stage = Shape<typeof StageShape>;
