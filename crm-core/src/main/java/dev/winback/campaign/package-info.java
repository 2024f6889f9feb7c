/** Campaigns: a list of losses, a team, a period, a budget, and what came of it. */
@NullMarked
package dev.winback.campaign;

import org.jspecify.annotations.NullMarked;
