/** What to say on the telephone: parts of a call, questions, answers, in the firm's own words. */
@NullMarked
package dev.winback.script;

import org.jspecify.annotations.NullMarked;
