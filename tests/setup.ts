import fc from 'fast-check';

// A test run can be repeated: random cases are drawn from one seed. `SEED=7 npm test` draws others.
fc.configureGlobal({ seed: Number(process.env['SEED'] ?? 2026) });
