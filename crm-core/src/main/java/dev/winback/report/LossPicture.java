package dev.winback.report;

import dev.winback.value.CostOfLoss;
import java.util.List;

/**
 * The loss of a year as a picture for everybody in the firm (MEA-08): the year, the one before it,
 * what the losses cost (DEC-09), and what becomes of the base if it goes on like this.
 */
public record LossPicture(LossYear year, LossYear before, CostOfLoss cost, List<BaseLeft> left) {}
