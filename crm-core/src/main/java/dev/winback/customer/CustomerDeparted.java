package dev.winback.customer;

import dev.winback.staff.Actor;
import org.jspecify.annotations.Nullable;

/**
 * Nobody is to contact this customer any more, said by a person: the status ({@code left}, {@code
 * deceased}, {@code bankrupt}, {@code never_contact}, {@code non_client}) or {@code erased}; nobody
 * when a list of erasures says it to a restored backup.
 */
public record CustomerDeparted(CustomerId customer, String status, @Nullable Actor actor) {}
