package dev.winback.campaign;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.winback.lapse.Stage;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A loss on the list of a campaign: whether somebody contacted the customer since it began, whether
 * the loss is with one of the team, and whether he came back. {@code arm} is what was drawn for it
 * (treated, control or held, with the reason), null before that and for who sees no comparison.
 */
public record CampaignRow(
    long lapse,
    @Nullable String arm,
    @Nullable String held,
    @Nullable LocalDate drawnOn,
    String ref,
    String name,
    Stage stage,
    @Nullable String assignee,
    boolean touched,
    boolean ours,
    boolean back,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal valueYear,
    String currency,
    @Nullable LocalDate returnedOn,
    @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal trial,
    boolean fragile,
    @Nullable LocalDate lastContact) {

  CampaignRow withoutArm() {
    return new CampaignRow(
        lapse,
        null,
        null,
        null,
        ref,
        name,
        stage,
        assignee,
        touched,
        ours,
        back,
        valueYear,
        currency,
        returnedOn,
        trial,
        fragile,
        lastContact);
  }
}
