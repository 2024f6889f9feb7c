/** What customers asked, as facts apart from purchases. */
@NullMarked
package dev.winback.request;

import org.jspecify.annotations.NullMarked;
