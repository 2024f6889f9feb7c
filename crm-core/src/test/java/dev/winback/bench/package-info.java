/** Measurements on the generated data set: ratios of processor time inside one run (src/bench). */
package dev.winback.bench;
