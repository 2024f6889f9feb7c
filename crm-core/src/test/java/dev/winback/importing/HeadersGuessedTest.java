package dev.winback.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** OPS-04: what the columns of real exports are called, in the languages of their firms. */
class HeadersGuessedTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Pieces",
        "pcs",
        "Pcs.",
        "Qty",
        "qty.",
        "Units",
        "Quantity Ordered",
        "No. of pieces",
        "Menge",
        "Anzahl",
        "Stück",
        "Stk.",
        "Stückzahl",
        "Menge (Stk)",
        "Quantité",
        "Qté",
        "Nb articles",
        "Cantidad",
        "Uds.",
        "Unidades",
        "Quantità",
        "Q.tà",
        "Pezzi",
        "Aantal",
        "Stuks",
        "Ilość",
        "Szt.",
        "Quantidade",
        "Qtd",
        "Antal",
        "Antall",
        "Määrä",
        "Množství",
        "Mennyiség",
        "Adet"
      })
  void unitsOfAPurchase(String header) {
    var mapping = purchases("Customer;Date;Total;" + header, "7;2026-01-03;10.00;3");
    assertThat(mapping.type()).isEqualTo("purchases");
    assertThat(mapping.columns()).containsEntry("units", header).containsEntry("amount", "Total");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Invoice No;Customer Code;Invoice Date;Unit Price;Qty;Item Description",
        "Rechnungs-Nr.;Kunden-Nr.;Rechnungsdatum;Einzelpreis (EUR);Menge;Artikelbezeichnung",
        "N° facture;Code client;Date facture;Prix unitaire HT;Quantité;Désignation",
        "Nº factura;Código cliente;Fecha factura;Precio unitario;Cantidad;Descripción",
        "Numero fattura;Codice cliente;Data fattura;Prezzo unitario;Q.tà;Descrizione",
        "Factuurnummer;Klantnummer;Factuurdatum;Prijs per stuk;Aantal;Omschrijving",
        "Nr faktury;Nr klienta;Data wystawienia;Cena jednostkowa;Ilość;Nazwa towaru",
        "Fakturanr;Kundnummer;Fakturadatum;À-pris;Antal;Benämning",
        "Ordrenr.;Kundenr.;Ordredato;Stykpris;Antal;Varenavn",
        "Nº da fatura;Número do cliente;Data da compra;Preço unitário;Quantidade;Descrição"
      })
  void linesOfPurchases(String header) {
    var names = List.of(header.split(";"));
    var mapping = purchases(header, "17;7;2026-01-03;5.00;2;Tea", "17;7;2026-01-03;8.00;1;Cup");
    assertThat(mapping.lines()).isEqualTo(new Mapping.Lines(names.get(4), names.get(3), null));
    assertThat(mapping.columns())
        .containsEntry("purchase", names.get(0))
        .containsEntry("customer", names.get(1))
        .containsEntry("time", names.get(2))
        .containsEntry("items", names.get(5));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Client ID;First Name;Surname;Organisation;E-mail Address;Mobile No.;Town;Date of Birth;Created At",
        "Kundennr.;Vorname;Zuname;Firma;E-Mail;Mobilnr.;Ort;Geb.-Datum;Erstellt am",
        "N° client;Prénom;Nom de famille;Raison sociale;Courriel;Tél. portable;Localité;Date de naissance;Date de création",
        "Nº cliente;Nombre de pila;Apellidos;Razón social;Correo electrónico;Teléfono móvil;Población;Fecha de nacimiento;Fecha de creación",
        "Codice cliente;Nome;Cognome;Ragione sociale;Indirizzo e-mail;Cellulare;Città;Data di nascita;Data creazione",
        "Klantnr.;Voornaam;Achternaam;Bedrijfsnaam;E-mailadres;Mobiel nummer;Woonplaats;Geboortedatum;Datum",
        "Nr klienta;Imię;Nazwisko;Nazwa firmy;Adres e-mail;Numer telefonu;Miejscowość;Data urodzenia;Data utworzenia"
      })
  void customers(String header) {
    var names = List.of(header.split(";"));
    var mapping =
        guess(header, "7;Ann;Weber;Weber Ltd;ann@example.org;0221 555;Köln;1980-02-03;2026-01-03");
    assertThat(mapping.type()).isEqualTo("customers");
    var ours =
        List.of(
            "customer", "first_name", "last_name", "company", "email", "phone", "city", "birthday");
    for (int i = 0; i < ours.size(); i++) {
      assertThat(mapping.columns()).containsEntry(ours.get(i), names.get(i));
    }
  }

  @Test
  void partsOfAPoundAreNoUnits() {
    assertThat(purchases("Customer;Date;Total;Menge", "7;2026-01-03;10.00;0,5").columns())
        .doesNotContainKey("units");
  }

  @Test
  void aColumnIsGuessedOnce() {
    var mapping = guess("Kunde;Datum;Gesamt;Netto;Marge;Erstattung", "7;2026-01-03;10;8;3;0");
    assertThat(mapping.columns())
        .containsEntry("amount", "Gesamt")
        .containsEntry("margin", "Marge")
        .containsEntry("refunded", "Erstattung");
    assertThat(mapping.columns().values()).doesNotHaveDuplicates();
  }

  private static Mapping purchases(String header, String... rows) {
    return guess(header, rows);
  }

  private static Mapping guess(String header, String... rows) {
    var sample = Arrays.stream(rows).map(row -> new RawRow(2, List.of(row.split(";")))).toList();
    return MappingGuess.of(Header.of(List.of(header.split(";"))), sample);
  }
}
