/** What customers are asked, the departed and those who stay, by letter or on the telephone. */
@NullMarked
package dev.winback.survey;

import org.jspecify.annotations.NullMarked;
