/** The runnable application. */
@NullMarked
package dev.winback.web;

import org.jspecify.annotations.NullMarked;
