/** What to say in a call: scripts in steps, questions, answers to objections, hints. */
@NullMarked
package dev.winback.script;

import org.jspecify.annotations.NullMarked;
