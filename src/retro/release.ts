/** The release of this library: stored runs say which one made them. A test compares it with package.json. */
export const RELEASE = '0.1.0';
