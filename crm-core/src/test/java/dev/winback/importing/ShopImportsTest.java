package dev.winback.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.testing.CoreTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** OPS-04: what shops export goes in as it is; every row of the file is accounted for. */
@CoreTest
class ShopImportsTest {

  @Autowired Loading loading;
  @Autowired ImportHistory history;
  @Autowired JdbcClient jdbc;

  private static List<Long> counts(ImportRun run) {
    return List.of(run.rows(), run.created(), run.changed(), run.same(), run.rejected());
  }

  @Test
  void whatTheShopCountsOfItsCustomersIsComparedWithTheOrdersThatAreIn() {
    loading.load(ShopSamples.bytes("shopify-customers"), false);
    var without =
        history.checkSum(
            loading.load(ShopSamples.bytes("shopify-customers"), false), loading.manager());
    assertThat(without.customers()).isEqualTo(5);
    assertThat(without.orders()).isZero();
    assertThat(without.toldOrders()).isPositive();
    assertThat(without.differing()).isPositive();

    loading.load(ShopSamples.bytes("shopify-orders"), false);
    var with =
        history.checkSum(
            loading.load(ShopSamples.bytes("shopify-customers"), false), loading.manager());
    assertThat(with.orders()).isPositive();
    assertThat(with.differing()).isLessThan(without.differing());
    assertThat(
            history.checkSum(
                loading.load(ShopSamples.bytes("shopify-orders"), false), loading.manager()))
        .isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "shopify-orders, 19, 17, 2",
    "shopify-customers, 5, 5, 0",
    "woo-webtoffee-orders, 10, 9, 1",
    "woo-customers, 5, 5, 0",
    "magento-orders, 8, 7, 1"
  })
  void theSampleGoesInUnchangedAndTwiceChangesNothing(
      String sample, long rows, long created, long rejected) {
    var first = loading.load(ShopSamples.bytes(sample), false);
    assertThat(first.failure()).isNull();
    assertThat(counts(first)).containsExactly(rows, created, 0L, 0L, rejected);
    var before = everything();
    var second = loading.load(ShopSamples.bytes(sample), false);
    assertThat(counts(second)).containsExactly(rows, 0L, 0L, created, rejected);
    assertThat(everything()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"shopify-orders", "woo-webtoffee-orders", "magento-orders"})
  void aDryRunCountsTheSameRowsAndStoresNothing(String sample) {
    var before = everything();
    var dry = loading.load(ShopSamples.bytes(sample), true);
    assertThat(everything()).isEqualTo(before);
    assertThat(counts(dry)).isEqualTo(counts(loading.load(ShopSamples.bytes(sample), false)));
  }

  @Test
  void anOrderOfShopifyIsOnePurchaseHoweverManyRowsItTakes() {
    loading.load(ShopSamples.bytes("shopify-orders"), false);
    assertThat(purchase("5571930100012"))
        .isEqualTo(
            "2025-09-03T08:00:00Z 71.20 EUR paid null 6 2 × Darjeeling First Flush 100 g,"
                + " Teapot \"Nordlys\", 1.2 l, 3 × Paper filters, size 2 null");
    assertThat(purchase("4402118800045")).contains(" 19.00 EUR paid null 2 Cup");
  }

  @Test
  void shopifysStatesDecideWhatCounts() {
    loading.load(ShopSamples.bytes("shopify-orders"), false);
    assertThat(purchase("5571930100036")).contains(" 40.80 EUR paid 9.20 ");
    assertThat(purchase("5571930100067")).contains(" 22.00 EUR refunded 22.00 ");
    assertThat(purchase("5571930100074")).contains(" cancelled ");
    assertThat(purchase("5571930100081")).contains(" pending ");
    assertThat(purchase("5571930100111")).contains(" 100.80 EUR paid ");
    assertThat(purchase("5571930100029")).endsWith(" HERBST10");
  }

  @Test
  void theBuyerIsKnownByMailElsePhoneElseNameAndPlace() {
    loading.load(ShopSamples.bytes("shopify-orders"), false);
    assertThat(refsOf("shopify")).hasSize(5);
    assertThat(refsOf("shopify")).filteredOn(ref -> ref.startsWith("mail-")).hasSize(3);
    assertThat(refsOf("shopify")).filteredOn(ref -> ref.startsWith("phone-")).hasSize(1);
    assertThat(refsOf("shopify")).filteredOn(ref -> ref.startsWith("name-")).hasSize(1);
  }

  @Test
  void anOrderWithoutAnybodyComesBackWithAllItsRows() {
    var run = loading.load(ShopSamples.bytes("shopify-orders"), false);
    assertThat(loading.problems(run))
        .containsExactly("19 Email no-customer", "20 Email no-customer");
  }

  @Test
  void rowsOfAnOrderMayStandAnywhere() {
    var lines = ShopSamples.text("shopify-orders").lines().toList();
    assertThat(lines.get(1)).startsWith("#1050,");
    var first = lines.subList(1, 4);
    var csv =
        lines.get(0)
            + "\n"
            + first.get(1)
            + "\n"
            + lines.get(4)
            + "\n"
            + first.get(0)
            + "\n"
            + first.get(2)
            + "\n";
    assertThat(counts(loading.load(csv))).containsExactly(4L, 4L, 0L, 0L, 0L);
    assertThat(purchase("5571930100012")).contains(" 71.20 EUR paid null 6 ");
  }

  @Test
  void theSameOrderWithOtherContentInOneFileComesBackWithAllItsRows() {
    var lines = ShopSamples.text("shopify-orders").lines().toList();
    var twice =
        lines.subList(0, 4).stream().reduce("", (a, b) -> a + b + "\n")
            + lines.get(1).replace("71.20", "61.20")
            + "\n";
    var run = loading.load(twice);
    assertThat(counts(run)).containsExactly(4L, 1L, 0L, 0L, 3L);
    assertThat(loading.problems(run))
        .containsExactly("2 Id duplicate", "3 Id duplicate", "4 Id duplicate");
  }

  @Test
  void aBadTotalBringsBackAllRowsOfItsOrder() {
    var right = ShopSamples.text("shopify-orders").lines().toList().subList(0, 4);
    var wrong = String.join("\n", right).replace("71.20,0.00,0.00,71.20", "71.20,0.00,0.00,71.2x");
    var run = loading.load(wrong + "\n");
    assertThat(counts(run)).containsExactly(3L, 0L, 0L, 0L, 3L);
    assertThat(loading.problems(run))
        .containsExactly("2 Total number", "3 Total number", "4 Total number");
    loading.load(String.join("\n", right) + "\n");
    assertThat(purchase("5571930100012")).contains(" 71.20 EUR paid null 6 ");
  }

  @Test
  void aBadQuantityNamesItsOwnRow() {
    var lines = ShopSamples.text("shopify-orders").lines().toList();
    var broken =
        lines.get(0)
            + "\n"
            + lines.get(1)
            + "\n"
            + lines.get(2).replaceFirst(",1,\"Teapot", ",one,\"Teapot")
            + "\n";
    assertThat(loading.problems(loading.load(broken)))
        .containsExactly("2 Lineitem quantity with-line", "3 Lineitem quantity number");
  }

  @Test
  void aNumberThatASpreadsheetShortenedIsNoNumber() {
    var lines = ShopSamples.text("shopify-orders").lines().toList();
    var spoilt = lines.get(0) + "\n" + lines.get(4).replace("5571930100029", "5.57193E+12") + "\n";
    assertThat(loading.problems(loading.load(spoilt))).containsExactly("2 Id shortened");
  }

  @Test
  void olderExportsWithoutTheLastColumnsAreRecognised() {
    var csv =
        """
        Name,Email,Financial Status,Created at,Lineitem quantity,Lineitem name,Total,Currency
        #7,a@example.com,paid,2025-01-02 03:04:05 +0000,1,Tea,9.00,EUR
        #7,a@example.com,,,2,Cup,,
        """;
    assertThat(counts(loading.load(csv))).containsExactly(2L, 2L, 0L, 0L, 0L);
    assertThat(purchase("#7")).contains(" 9.00 EUR paid null 3 Tea, 2 × Cup");
  }

  @Test
  void theDayToldAgainWithEachOfTheGoodsBeginsNoOrder() {
    var csv =
        """
        Name,Email,Financial Status,Created at,Lineitem quantity,Lineitem name,Total,Currency
        #7,a@example.com,paid,2025-01-02 03:04:05 +0000,1,Tea,9.00,EUR
        #7,a@example.com,,2025-01-02 03:04:05 +0000,2,Cup,,
        """;
    assertThat(counts(loading.load(csv))).containsExactly(2L, 2L, 0L, 0L, 0L);
    assertThat(purchase("#7")).contains(" 9.00 EUR paid null 3 Tea, 2 × Cup");
  }

  @Test
  void anOrderWithWhatIsNoAddressIsThatOfTheTelephoneOrTheNameAndPlace() {
    var csv =
        """
        Name,Email,Financial Status,Created at,Lineitem name,Total,Phone,Billing Name,Billing Zip
        #7,"anna@gmail,com",paid,2025-01-02,Tea,9.00,+493012345678,,
        #8,"anna@gmail,com",paid,2025-01-02,Tea,9.00,,Anna Berg,10115
        #9,"anna@gmail,com",paid,2025-01-02,Tea,9.00,,Walk-in,
        #10,"anna@gmail,com",paid,2025-01-02,Tea,9.00,,,
        """;
    assertThat(loading.problems(loading.load(csv)))
        .containsExactly("4 Email email", "5 Email email");
    assertThat(
            jdbc.sql(
                    """
                    select concat_ws(' ', phone, name, email, attributes ->> 'unreadable email')
                    from customer order by id
                    """)
                .query(String.class)
                .list())
        .containsExactlyInAnyOrder("+493012345678 anna@gmail,com", "Anna Berg anna@gmail,com");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "First Name,Last Name,Email,Accepts Email Marketing,Company,Address1,Address2,City,Province,"
            + "Province Code,Country,Country Code,Zip,Phone,Accepts SMS Marketing,Total Spent,"
            + "Total Orders,Tags,Note,Tax Exempt",
        "First Name,Last Name,Email,Accepts Email Marketing,Default Address Company,"
            + "Default Address Address1,Default Address City,Default Address Country Code,"
            + "Default Address Zip,Default Address Phone,Phone,Accepts SMS Marketing,Tags,Note,"
            + "Tax Exempt"
      })
  void everyGenerationOfShopifysCustomersIsRecognised(String header) {
    var run = loading.load(header + "\nAda,Byron,ada@example.com,no\n");
    assertThat(run.format()).extracting(Recognised::format).isEqualTo("shopify-customers");
    assertThat(counts(run)).containsExactly(1L, 1L, 0L, 0L, 0L);
  }

  @Test
  void shopifysCustomersBringNamesConsentAndAttributes() {
    loading.load(ShopSamples.bytes("shopify-customers"), false);
    assertThat(
            jdbc.sql(
                    """
                    select concat_ws(' ', first_name, last_name, email, email_consent, phone, city, country,
                                     attributes ->> 'shopify orders',
                                     attributes ->> 'tea of choice (customer.metafields.custom.tea)')
                    from customer where ref = 'shopify-7210448301122'
                    """)
                .query(String.class)
                .single())
        .isEqualTo("Mara Okafor mara.okafor@example.com t +49 341 5550117 Leipzig DE 2 Darjeeling");
    assertThat(
            jdbc.sql("select email_consent from customer where ref = 'shopify-7210448301139'")
                .query(Boolean.class)
                .single())
        .isFalse();
    assertThat(
            jdbc.sql("select count(*) from suppression where address_hash = address_hash(:mail)")
                .param("mail", "jonas.brandt@example.com")
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void anOrderOfWooCommerceIsRead() {
    loading.load(ShopSamples.bytes("woo-webtoffee-orders"), false);
    assertThat(purchase("8101")).contains(" 64.30 EUR paid null 2 Wool scarf, grey, Mittens null");
    assertThat(purchase("8120")).contains(" 184.80 EUR paid 29.90 2 ");
    assertThat(purchase("8112")).contains(" refunded 44.90 ");
    assertThat(purchase("8152")).contains(" paid ");
    assertThat(purchase("8161")).endsWith(" A7K2M9QX4T");
    assertThat(refsOf("woo")).contains("woo-31", "woo-44", "woo-51").hasSize(4);
  }

  @Test
  void anOrderOfMagentoIsRead() {
    loading.load(ShopSamples.bytes("magento-orders"), false);
    assertThat(purchase("000000101")).startsWith("2025-09-04T07:15:02Z 120.50 EUR paid null");
    assertThat(purchase("000000102")).contains(" 80.00 EUR paid 30.00");
    assertThat(purchase("000000103")).contains(" 64.00 EUR refunded 64.00");
    assertThat(purchase("000000105")).contains(" cancelled ");
  }

  @Test
  void anExportWithoutAddressesIsRefusedWithWhatToDo() {
    assertThat(failure(ShopSamples.text("woo-analytics-orders"))).isEqualTo("woo-analytics");
    assertThat(
            failure("Datum,Bestellung #,Status,Kunde,Kundentyp,Produkt(e)\n2026-05-01,1,x,y,z,a\n"))
        .isEqualTo("woo-analytics");
    assertThat(failure(ShopSamples.text("magento-orders").replace("Customer Email", "E-Mail")))
        .isEqualTo("magento-no-email");
  }

  private String failure(String csv) {
    var failure = loading.load(csv).failure();
    return failure == null ? "" : failure.key().substring("importing.failed.".length());
  }

  private String purchase(String id) {
    return jdbc.sql(
            """
            select to_char(purchased_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') || ' '
                   || concat_ws(' ', amount, currency, status, coalesce(refund_told::text, 'null'), units, items,
                                coalesce(coupon, 'null'))
            from purchase where external_id = :id
            """)
        .param("id", id)
        .query(String.class)
        .single();
  }

  private List<String> refsOf(String source) {
    return jdbc.sql(
            "select distinct c.ref from purchase p join customer c on c.id = p.customer_id where source = :s")
        .param("s", source)
        .query(String.class)
        .list();
  }

  private String everything() {
    return jdbc.sql(
            """
            select coalesce((select string_agg(p::text, '|' order by p.id) from purchase p), '') || '#'
                || coalesce((select string_agg(to_jsonb(c)::text, '|' order by c.id) from customer c), '') || '#'
                || (select count(*) from fact_history)
            """)
        .query(String.class)
        .single();
  }
}
