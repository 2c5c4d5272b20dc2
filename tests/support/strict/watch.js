// Notes which files have done what the page's policy forbids.
window.violations = []
addEventListener('securitypolicyviolation', ({ sourceFile }) => window.violations.push(sourceFile))
