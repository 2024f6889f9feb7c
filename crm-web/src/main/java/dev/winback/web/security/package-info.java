/** Signing in, roles at the front door, headers. */
@NullMarked
package dev.winback.web.security;

import org.jspecify.annotations.NullMarked;
