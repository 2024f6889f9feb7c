/** Read models of the screens: lists, the customer's story, the start page. */
@NullMarked
package dev.winback.report;

import org.jspecify.annotations.NullMarked;
