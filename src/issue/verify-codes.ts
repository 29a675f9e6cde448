/** The codes of what keeps a stored run from being verified, or limits it: part of the table of all codes. */
export const verifyCodes = {
  'verify.run.form': [
    'error',
    'Data given to be verified are no run, or have a value that no run has there.',
  ],
  'verify.run.differences': [
    'error',
    'A run holds differences to what was paid, which cannot be derived from its inputs alone.',
  ],
  'verify.inputs.form': [
    'error',
    'A run has no inputs, or a part of them is not as it was stored; nothing can be derived.',
  ],
  'verify.plan.faults': ['error', 'A stored plan cannot be read any more; nothing can be derived.'],
  'verify.fingerprints.form': [
    'error',
    'The fingerprints of a run are damaged, or only the fingerprints or only the release were taken out.',
  ],
  'verify.fingerprints.none': [
    'warning',
    'A run is older than fingerprints: its awards are derived, but its inputs may have been changed with them.',
  ],
  'verify.release.older': ['warning', 'A run was made by an older release of this library.'],
  'verify.release.newer': ['warning', 'A run was made by a newer release of this library.'],
} as const satisfies Record<string, readonly ['error' | 'warning', string]>;
