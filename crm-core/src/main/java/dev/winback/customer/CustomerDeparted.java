package dev.winback.customer;

import dev.winback.staff.Actor;

/**
 * Nobody is to contact this customer any more, said by a person: the status ({@code left}, {@code
 * deceased}, {@code bankrupt}, {@code never_contact}, {@code non_client}) or {@code erased}.
 */
public record CustomerDeparted(CustomerId customer, String status, Actor actor) {}
