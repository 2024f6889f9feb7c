/** Black marks: what a customer found so bad that somebody has to know at once. */
@NullMarked
package dev.winback.alarm;

import org.jspecify.annotations.NullMarked;
