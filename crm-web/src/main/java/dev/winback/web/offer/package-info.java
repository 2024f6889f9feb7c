/** Pages and calls of offers: settings, choices, approvals, lists, report. */
@NullMarked
package dev.winback.web.offer;

import org.jspecify.annotations.NullMarked;
