import { lowerPlan } from '../concepts/award.js';
import { compileFormula } from '../concepts/compile.js';
import { numberOf } from '../concepts/concept.js';
import type { Plan } from '../concepts/parse-plan.js';
import { prorationOf } from '../concepts/proration.js';
import { safeShare } from '../concepts/safe-part.js';
import { lowerStakes } from '../concepts/stake.js';
import { STANDARD, type Variant } from '../concepts/variant.js';
import type { Literal } from '../num/literal.js';
import { ZERO } from '../num/ratio.js';
import type { Formula } from '../plan/formula.js';
import type { Program } from '../program/program.js';
import type { Operand } from '../program/step.js';
import { movesOf } from '../risk/moves.js';
import type { Setting, StakeStep } from '../risk/setting.js';
import type { Engine, Seen } from '../run/seen.js';
import { perVariant } from '../run/variants.js';
import { nameIn, type Words } from '../words/words.js';

/** The program of a plan with what explanations read beside the award. */
export interface ExplainedProgram {
  readonly program: Program;
  readonly stakes: readonly StakeStep[];
  readonly salary: Operand;
  readonly givenUp: Operand | undefined;
}

/** The programs of a plan for explanations: the steps that pay, and beside them what hangs on each goal, and base pay. */
export function explainedPrograms(
  { document, program }: Plan,
  words: Words,
): (variant: Variant) => ExplainedProgram {
  const salary: Formula = { prorated: { salary: 'share' }, by: prorationOf(document) };
  const share = document.risk?.basePay?.share;
  const givenUp: Formula[] =
    share === undefined
      ? []
      : [{ prorated: { product: [share, { salary: 'share' }] }, by: prorationOf(document) }];
  return perVariant((variant) => {
    const stakes = lowerStakes(document, variant);
    const beside = [salary, ...givenUp, ...stakes.map(({ formula }) => formula)];
    const standard = variant === STANDARD ? undefined : program;
    const made = compileFormula(lowerPlan(document, variant), document, standard, beside);
    const operands = made.beside.map(({ operand }) => operand) as [Operand, ...Operand[]];
    const first = beside.length - stakes.length;
    return {
      program: made.program,
      stakes: stakes.map((stake, index) => ({
        ...stake,
        name: nameIn(words, stake.name),
        operand: operands[first + index] as Operand,
      })),
      salary: operands[0],
      givenUp: givenUp.length > 0 ? operands[1] : undefined,
    };
  });
}

/** What risk is read from: the evaluation of a variant, with what stands beside the award. */
export function settingOf(
  { document }: Plan,
  { engine, rows, participant: { variant } }: Seen,
  { stakes, salary, givenUp }: ExplainedProgram,
): Setting {
  const { program, evaluator, words }: Engine = engine;
  const moves = movesOf(program, document);
  // A plan that states its award has no safe part.
  const safe = document.award === undefined ? numberOf(safeShare(document) as Literal) : ZERO;
  return { program, rows, evaluator, document, words, variant, safe, moves, stakes, salary, givenUp };
}
