/** Pages and API of a manager's work with his people. */
@NullMarked
package dev.winback.web.team;

import org.jspecify.annotations.NullMarked;
