/** Surveys: worded, sent, answered by the customer or on the telephone. */
@NullMarked
package dev.winback.web.survey;

import org.jspecify.annotations.NullMarked;
