"""The records that flow through Crossread, one noun a file. Imports nothing else of ours."""
