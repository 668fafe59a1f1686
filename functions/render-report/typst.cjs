/** Native code is required, not imported; where there is none for this machine, loading this file throws. */
module.exports = require('@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu');
