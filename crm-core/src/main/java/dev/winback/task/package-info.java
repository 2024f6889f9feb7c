/** The rep's day: tasks, calls and their consequences. */
@NullMarked
package dev.winback.task;

import org.jspecify.annotations.NullMarked;
