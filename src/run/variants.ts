import { lowerPlan } from '../concepts/award.js';
import { compileFormula } from '../concepts/compile.js';
import type { Plan } from '../concepts/parse-plan.js';
import { STANDARD, type Variant } from '../concepts/variant.js';
import type { Program } from '../program/program.js';

/** Something made for each variant of a plan that occurs, once. */
export function perVariant<T>(make: (variant: Variant) => T): (variant: Variant) => T {
  const known = new Map<string, T>();
  let standard: T | undefined;
  return (variant) => {
    if (variant === STANDARD) {
      standard ??= make(STANDARD);
      return standard;
    }
    const key = `${variant.results} ${variant.exceptions.join(' ')}`;
    const made = known.get(key) ?? make(variant);
    known.set(key, made);
    return made;
  };
}

/** The programs of a plan. */
export function programsOf({ program, document }: Plan): (variant: Variant) => Program {
  return perVariant((variant) =>
    variant === STANDARD ? program : compileFormula(lowerPlan(document, variant), document, program).program,
  );
}
