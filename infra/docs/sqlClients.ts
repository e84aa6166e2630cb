/** The part of the SQL reference on other programs; a test runs each of its blocks, at the address of its own database. */
export const sqlClients = `## From pandas, ODBC, JDBC

The columns that usual questions need are plain: \`numeric\` (in base units), \`timestamptz\`, \`date\`, \`text\`, \`integer\`, \`boolean\` and \`text[]\`. What a program
makes of them is below; the packages are Debian's. \`newsledger up\` prints the address to put in.

**pandas** (\`python3-pandas\`, \`python3-psycopg2\`) has amounts as numbers, instants with their zone, and lists as lists. Amounts become binary floats, which
keep 15 digits; with \`coerce_float=False\` they are exact \`Decimal\`s.

\`\`\`python
import pandas
import psycopg2

connection = psycopg2.connect('postgresql://newsledger_reader:reader@127.0.0.1:5432/newsledger')
figures = pandas.read_sql(
    """SELECT subject, measure, value, unit, last_changed, independent_sources,
              (SELECT array_agg(DISTINCT source) FROM newsledger.claims WHERE claims.figure_id = figures.figure_id) AS told_by
         FROM newsledger.figures
        WHERE unit = 'USD'""",
    connection,
)
print(figures.dtypes)
print(figures.groupby('measure')['value'].max())
\`\`\`

**ODBC** (\`unixodbc\`, \`odbc-postgresql\`) has no type for an instant with its zone, so say in which one they shall be; lists are text such as \`{a,b}\`.

\`\`\`sh
echo "SELECT subject, value, unit, last_changed FROM newsledger.figures WHERE measure = 'revenue' ORDER BY subject, value" |
  isql -b -d'|' -k "Driver={PostgreSQL Unicode};Server=127.0.0.1;Port=5432;Database=newsledger;UID=newsledger_reader;PWD=reader;ConnSettings=SET TIME ZONE 'UTC'"
\`\`\`

**JDBC** (\`libpostgresql-jdbc-java\` and Java 11 or later) has \`BigDecimal\`, \`OffsetDateTime\`, \`LocalDate\` and arrays. As \`Figures.java\`, started with
\`java -cp /usr/share/java/postgresql.jar Figures.java\`:

\`\`\`java
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;

class Figures {
  public static void main(String[] arguments) throws SQLException {
    var address = "jdbc:postgresql://127.0.0.1:5432/newsledger";
    var question = "SELECT subject, value, unit, last_changed,"
        + " (SELECT array_agg(DISTINCT source) FROM newsledger.claims WHERE claims.figure_id = figures.figure_id) AS told_by"
        + " FROM newsledger.figures WHERE measure = 'revenue' ORDER BY subject, value";
    try (var connection = DriverManager.getConnection(address, "newsledger_reader", "reader");
        var rows = connection.createStatement().executeQuery(question)) {
      while (rows.next())
        System.out.println(String.join("|",
            rows.getString("subject"),
            rows.getBigDecimal("value").toPlainString(),
            rows.getString("unit"),
            rows.getObject("last_changed", OffsetDateTime.class).toString(),
            Arrays.toString((String[]) rows.getArray("told_by").getArray())));
    }
  }
}
\`\`\``;
