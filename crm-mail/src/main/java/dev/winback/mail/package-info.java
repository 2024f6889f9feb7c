/** Letters on their way: the timetable, rendering, SMTP. */
@NullMarked
package dev.winback.mail;

import org.jspecify.annotations.NullMarked;
