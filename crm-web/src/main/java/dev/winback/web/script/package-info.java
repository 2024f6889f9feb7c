/** What to say on the telephone: its settings, its practice page, its part of the call card. */
@NullMarked
package dev.winback.web.script;

import org.jspecify.annotations.NullMarked;
