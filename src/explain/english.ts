/** What the text of an explanation says around its steps, in English. */
export const englishExplanation = {
  pointOf: (kind: 'target' | 'percentage' | 'one', direction: 'higher' | 'lower') => {
    const more = direction === 'higher' ? 'more' : 'less';
    if (kind === 'target') return `1% of target ${more}`;
    return kind === 'percentage' ? `one percentage point ${more}` : `one ${more}`;
  },
};
